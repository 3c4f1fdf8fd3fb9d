using System.Collections.Immutable;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>What every kind of item is made from.</summary>
internal sealed record ItemContext(ContentPath Path, MappingReader Map, FrontMatter Parts, DateTimeZone Zone)
{
    public FileScope Scope => Map.Scope;

    public Instant? InstantOf(string key) => Map.Moment(key)?.At(Zone);

    public Instant? EndOf(string key) => Map.Moment(key)?.EndAt(Zone);

    public LocalDateTime? LocalOf(string key) => Map.Moment(key)?.In(Zone);

    /// <summary>The item with the common front matter filled in.</summary>
    public T WithCommon<T>(T item)
        where T : ContentItem
    {
        var publishAt = InstantOf("publishAt");
        var unpublishAt = EndOf("unpublishAt");
        Map.CheckOrder(publishAt, unpublishAt, "unpublishAt", mayBeEqual: false);
        var image = Map.Media("image");
        var alt = Map.Text("imageAlt");
        if (image is not null && alt is null)
            Scope.Refer(ReferenceKind.PictureWithoutWords, image, Map.Scalar("image")!.Line, "image");
        return item with
        {
            Summary = Map.Text("summary"),
            Topics = Map.References("topics", ReferenceKind.Topic),
            Image = image,
            ImageAlt = alt,
            PublishAt = publishAt,
            UnpublishAt = unpublishAt,
            Status = Map.Choice("status", Vocabulary.Statuses) ?? PublicationStatus.Published,
            UpdatedAt = InstantOf("updatedAt"),
            RedirectFrom = Redirects(),
            Body = Parts.Body,
            Source = new(Path.Path, Parts.BodyLine),
        };
    }

    /// <summary>The written id, or the one that the path gives.</summary>
    public Guid Id()
    {
        var written = Map.Value<Guid>("id", FaultCodes.BadId, Syntax.Id);
        if (written is { } id)
            return id;
        var inKind = Path.Relative[(Path.Relative.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return ItemId.FromPath(Path.Site!, Path.Kind, ContentPath.Composed(inKind));
    }

    private ImmutableArray<string> Redirects()
    {
        if (Map.Node("redirectFrom") is null)
            return [];
        var paths = ImmutableArray.CreateBuilder<string>();
        foreach (var scalar in Map.Scalars("redirectFrom"))
        {
            if (!Syntax.IsSitePath(scalar.Value))
            {
                Scope.Error(FaultCodes.BadPath, scalar.Line, "redirectFrom", scalar.Value);
                continue;
            }
            Scope.Refer(ReferenceKind.Redirect, scalar.Value, scalar.Line, "redirectFrom");
            paths.Add(scalar.Value);
        }
        return paths.DrainToImmutable();
    }
}
