using System.Globalization;
using NodaTime;

namespace SiteFactory.Generator.Cli.Tests.Commands;

/// <summary>One run of the command line in this process, at a fixed time.</summary>
internal sealed record Run(int Code, string Output, string Error)
{
    public static Task<Run> Of(params string[] arguments) => Of(arguments, CancellationToken.None);

    public static async Task<Run> Of(string[] arguments, CancellationToken cancellation)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var host = new CliHost(output, error, new FixedClock(Instant.FromUtc(2026, 11, 22, 8, 0)), Interactive: false);
        var code = await CommandLine.RunAsync(arguments, host, cancellation);
        return new(code, output.ToString(), error.ToString());
    }

    private sealed class FixedClock(Instant now) : IClock
    {
        public Instant GetCurrentInstant() => now;
    }
}
