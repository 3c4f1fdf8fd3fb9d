using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SiteFactory.Cms.Tests.Access;

/// <summary>Statements that change something, sent to the database while somebody only looks at a page.</summary>
internal sealed class WrittenByLooking : DbCommandInterceptor
{
    private static readonly string[] Changing = ["INSERT INTO ", "UPDATE ", "DELETE FROM "];

    private readonly HttpContextAccessor _request = new();
    private int _read;

    /// <summary>Each as <c>address: statement</c>.</summary>
    public ConcurrentQueue<string> Statements { get; } = [];

    /// <summary>Statements of any kind.</summary>
    public int Read => _read;

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Note(DbCommand command)
    {
        if (_request.HttpContext?.Request is not { Method: "GET" } request)
            return;
        Interlocked.Increment(ref _read);
        if (Changing.Any(c => command.CommandText.Contains(c, StringComparison.Ordinal)))
            Statements.Enqueue($"{request.Path}: {command.CommandText}");
    }
}
