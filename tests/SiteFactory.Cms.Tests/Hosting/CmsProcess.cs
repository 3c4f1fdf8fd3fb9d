using System.Diagnostics;

namespace SiteFactory.Cms.Tests.Hosting;

/// <summary>The CMS in a process of its own, to be killed at any moment.</summary>
public sealed class CmsProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private CmsProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>How the builds' rows name it.</summary>
    public string Worker => $"{Environment.MachineName}:{_process.Id}";

    /// <summary>Returns when it answers.</summary>
    public static async Task<CmsProcess> StartAsync(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in new[] { "exec", Path.Combine(AppContext.BaseDirectory, "SiteFactory.Cms.dll") }.Concat(arguments))
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, new(line[(at + Listening.Length)..].Trim()));
            }
        }
        throw new InvalidOperationException("The CMS did not start:\n" + string.Join('\n', said));
    }

    /// <summary><c>kill -9</c>.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>It stands still wherever it is, and can be killed there.</summary>
    public void Freeze() => Signal("STOP");

    /// <summary>It goes on as if nothing had been.</summary>
    public void GoOn() => Signal("CONT");

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }
}
