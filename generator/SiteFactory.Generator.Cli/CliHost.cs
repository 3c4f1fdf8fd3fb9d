using NodaTime;

namespace SiteFactory.Generator.Cli;

/// <summary>What the commands have of the world: where they write, what time it is.</summary>
/// <param name="Interactive">Somebody watches a terminal: progress moves; elsewhere it is plain lines.</param>
public sealed record CliHost(TextWriter Output, TextWriter Error, IClock Clock, bool Interactive);

/// <summary>What a run's exit code says.</summary>
public static class ExitCodes
{
    /// <summary>Everything asked for was done.</summary>
    public const int Done = 0;

    /// <summary>Content has faults; the sites without any are built all the same.</summary>
    public const int ContentFaults = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>The machine lacks something: Node.js, a free port, room on the disk.</summary>
    public const int Environment = 3;

    /// <summary>Ctrl+C, as shells say it: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;
}

/// <summary>The command line asks for something that is not there. Message in French.</summary>
internal sealed class UsageException(string message) : Exception(message);
