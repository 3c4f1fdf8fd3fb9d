using System.Diagnostics;
using Spectre.Console;

namespace SiteFactory.Generator.Cli.Reporting;

/// <summary>Shows how far a build is: a bar with the time left on a terminal, plain lines elsewhere.</summary>
internal static class Progress
{
    public static BuildReport Run(CliHost host, bool quiet, Func<IProgress<BuildProgress>?, BuildReport> build)
    {
        if (quiet)
            return build(null);
        return host.Interactive ? OnTerminal(host, build) : build(new PlainLines(host.Output));
    }

    private static BuildReport OnTerminal(CliHost host, Func<IProgress<BuildProgress>?, BuildReport> build)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Output) });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .Start(context =>
            {
                var task = context.AddTask(CliTexts.Get("Reading"), maxValue: 1);
                task.IsIndeterminate = true;
                return build(new Bar(task));
            });
    }

    /// <summary>The bar; its total grows while sites are planned.</summary>
    private sealed class Bar(ProgressTask task) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            task.IsIndeterminate = value.Total == 0;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            task.Description = CliTexts.Format("Progress", value.Done, value.Total);
        }
    }

    /// <summary>A line now and then: enough for a log.</summary>
    private sealed class PlainLines(TextWriter output) : IProgress<BuildProgress>
    {
        private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

        private readonly Lock _lock = new();
        private long _last = Stopwatch.GetTimestamp();

        public void Report(BuildProgress value)
        {
            lock (_lock)
            {
                if (Stopwatch.GetElapsedTime(_last) < Pace)
                    return;
                _last = Stopwatch.GetTimestamp();
                output.WriteLine(CliTexts.Format("Progress", value.Done, value.Total));
            }
        }
    }
}
