using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using SiteFactory.Cms.Hosting;
using SiteFactory.Content.Sheets.Source;
using SiteFactory.Content.Slugs;
using SiteFactory.Generator.Load;

namespace SiteFactory.Cms.Features.EServices;

/// <summary>How the list of all official sheets is at this moment.</summary>
public enum ShelfState
{
    /// <summary>No source is named in the settings.</summary>
    None,

    /// <summary>It is here.</summary>
    Ready,

    /// <summary>It is on its way.</summary>
    Coming,

    /// <summary>The source could not be had.</summary>
    Unreachable,
}

/// <summary>All official sheets, for people to find one by its title.</summary>
public sealed record SheetList(ShelfState State, ImmutableArray<SheetLine> Lines)
{
    /// <summary>Those that have all the words, in the title before the theme.</summary>
    /// <param name="words">Folded, as <see cref="Slug.From"/> makes them.</param>
    public IEnumerable<SheetTitle> Find(ImmutableArray<string> words) => words.IsEmpty
        ? []
        : Lines.Where(l => words.All(w => l.Folded.Contains(w, StringComparison.Ordinal)))
            .OrderByDescending(l => words.All(w => l.FoldedTitle.Contains(w, StringComparison.Ordinal))).ThenBy(l => l.Title.Title, StringComparer.Ordinal).Select(l => l.Title);
}

/// <summary>A sheet of the list, and its words as a search compares them.</summary>
public sealed record SheetLine(SheetTitle Title, string FoldedTitle, string Folded);

/// <summary>
/// The official sheets beyond those that the territory keeps. The archive is fetched once when somebody searches, and kept in the data
/// folder; a copy that is there is better than none.
/// </summary>
public sealed class SheetShelf(IOptions<CmsOptions> options, IClock clock, IHostApplicationLifetime life, ILogger<SheetShelf> logger)
{
    // A page does not make somebody wait longer; the list goes on coming.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly Duration Fresh = Duration.FromDays(1);
    private static readonly Duration AfterProblem = Duration.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task<SheetList>? _list;
    private Instant _askedAt;

    private string Source => options.Value.Sheets;

    private string Archive => Path.Combine(options.Value.Data, "fiches", "vosdroits.zip");

    /// <summary>The list, or why there is none.</summary>
    public async Task<SheetList> ListAsync(CancellationToken cancellation)
    {
        if (Source.Length == 0)
            return new(ShelfState.None, []);
        try
        {
            return await Current().WaitAsync(Patience, cancellation);
        }
        catch (TimeoutException)
        {
            return new(ShelfState.Coming, []);
        }
    }

    /// <summary>The sheet of that id with those that it is only a list of; null when the source has none, or cannot be had.</summary>
    public async Task<SheetGathering?> TakeAsync(string id, CancellationToken cancellation)
    {
        if ((await ListAsync(cancellation)).State != ShelfState.Ready)
            return null;
        try
        {
            using var source = SheetSource.Open(PathOf());
            return source.Gather([id]) is { Sheets.Count: > 0 } found ? found : null;
        }
        catch (Exception e) when (IsNoSource(e))
        {
            return null;
        }
    }

    private Task<SheetList> Current()
    {
        lock (_gate)
        {
            var now = clock.GetCurrentInstant();
            var isOver = _list is { IsCompletedSuccessfully: true, Result.State: var state } && now - _askedAt >= (state == ShelfState.Ready ? Fresh : AfterProblem);
            if (_list is null || isOver)
                (_list, _askedAt) = (Task.Run(() => LoadAsync(now, life.ApplicationStopping)), now);
            return _list;
        }
    }

    private async Task<SheetList> LoadAsync(Instant now, CancellationToken cancellation)
    {
        try
        {
            if (AddressOf() is { } address && await SheetDownload.KeepAsync(address, Archive, (now - Fresh).ToDateTimeOffset(), cancellation) is { } problem)
                logger.LogWarning("The official sheets cannot be had from {Source} now; the last copy serves: {Problem}", Source, problem.Message);
            using var source = SheetSource.Open(PathOf());
            return new(ShelfState.Ready, [.. source.Titles().Where(t => t.Id[0] != 'R').Select(LineOf)]);
        }
        catch (Exception e) when (IsNoSource(e))
        {
            logger.LogWarning("The official sheets cannot be had from {Source}: {Problem}", Source, e.Message);
            return new(ShelfState.Unreachable, []);
        }
    }

    private Uri? AddressOf() => Uri.TryCreate(Source, UriKind.Absolute, out var address) && !address.IsFile ? address : null;

    private string PathOf() => AddressOf() is null ? Source : Archive;

    private static SheetLine LineOf(SheetTitle title) => new(title, Slug.From(title.Title), Slug.From($"{title.Title} {title.Theme} {title.Id}"));

    private static bool IsNoSource(Exception e) => e is IOException or InvalidDataException or UnauthorizedAccessException or HttpRequestException or FormatException or System.Text.Json.JsonException
        or NotSupportedException or TaskCanceledException { InnerException: TimeoutException };
}
