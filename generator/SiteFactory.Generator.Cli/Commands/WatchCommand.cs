using System.CommandLine;
using System.Globalization;
using NodaTime;
using SiteFactory.Generator.Cli.Reporting;
using SiteFactory.Generator.Cli.Serve;
using SiteFactory.Serving;
using SiteFactory.Generator.Cli.Watch;
using SiteFactory.Themes.Territoire;

namespace SiteFactory.Generator.Cli.Commands;

/// <summary><c>sitefactory watch</c>: builds, serves, and builds again what a change touches.</summary>
internal static class WatchCommand
{
    public static Command Create(CliHost host)
    {
        var options = new SharedOptions();
        var command = new Command("watch", CliTexts.Get("HelpWatch"))
        {
            options.Content, options.Output, options.Sites, options.At, options.Skip, options.Portals, options.Catalogues, options.Clean, options.Port,
        };
        command.SetAction((parsed, cancellation) =>
            WatchAsync(options.Build(parsed, host), parsed.GetValue(options.At) is not null, parsed.GetValue(options.Port), host, cancellation));
        return command;
    }

    private static async Task<int> WatchAsync(BuildOptions asked, bool fixedTime, int port, CliHost host, CancellationToken cancellation)
    {
        var options = (fixedTime ? asked : asked with { At = Steady(asked.At) }) with { CatchUpLater = true };
        using var generator = new SiteGenerator(options, new TerritoireTheme());
        using var changes = new ContentChanges(options.Content);
        var told = new ToldWarnings();
        var first = Progress.Run(host, quiet: false, progress => generator.Build(progress, cancellation));
        told.New(first.Faults);
        PlainReport.Write(first, host);
        var reload = new LiveReload();
        var server = await SiteServer.StartAsync(new(options.Output, port, reload), cancellation).ConfigureAwait(false);
        await using (server.ConfigureAwait(false))
        {
            await host.Output.WriteLineAsync(CliTexts.Format("Watching", server.Port.ToString(CultureInfo.InvariantCulture))).ConfigureAwait(false);
            await FollowAsync(generator, changes, () => fixedTime ? options.At : Steady(host.Clock.GetCurrentInstant()), reload, told, host, cancellation).ConfigureAwait(false);
        }
        return ExitCodes.Done;
    }

    private static async Task FollowAsync(
        SiteGenerator generator, ContentChanges changes, Func<Instant> now, LiveReload reload, ToldWarnings told, CliHost host, CancellationToken cancellation)
    {
        var idle = new IdleWork(generator, host);
        await using (idle.ConfigureAwait(false))
        {
            try
            {
                idle.Start(cancellation);
                await foreach (var paths in changes.ReadAllAsync(cancellation).ConfigureAwait(false))
                {
                    await idle.StopAsync().ConfigureAwait(false);
                    Update(generator, paths, now(), reload, told, host, cancellation);
                    idle.Start(cancellation);
                }
            }
            catch (OperationCanceledException)
            {
                // Ctrl+C is how one stops watching.
            }
        }
    }

    private static void Update(
        SiteGenerator generator, IEnumerable<string> paths, Instant now, LiveReload reload, ToldWarnings told, CliHost host, CancellationToken cancellation)
    {
        try
        {
            var report = generator.Update(paths, now, cancel: cancellation);
            PlainReport.WriteUpdate(report, told, host);
            reload.Rebuilt([.. report.Sites.Where(s => s.Outcome == SiteOutcome.Built).Select(s => s.Key)]);
        }
        catch (IOException e)
        {
            // A file went away while it was read: its next change is on the way.
            host.Error.WriteLine(CliTexts.Format("DiskFailure", e.Message));
        }
    }

    // A new "now" has every site planned again: while somebody writes, a quarter of an hour is soon enough for what expires.
    private static Instant Steady(Instant now)
    {
        const long Quarter = 15 * NodaConstants.TicksPerMinute;
        var ticks = now.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (ticks % Quarter));
    }
}
