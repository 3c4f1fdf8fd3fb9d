using System.Diagnostics;
using System.Globalization;

namespace SiteFactory.Browser.Tests;

/// <summary><c>sitefactory serve</c> over a built folder; stopping it is what being offline means here.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly int _port;
    private readonly Task<string> _errors;
    private bool _stopped;

    private SiteServer(Process process, int port, Task<string> errors) => (_process, _port, _errors) = (process, port, errors);

    /// <summary>Returns once the server has said that it listens.</summary>
    public static async Task<SiteServer> StartAsync(string output)
    {
        var port = Programs.FreePort();
        var process = Programs.Start("serve", "--output", output, "--port", port.ToString(CultureInfo.InvariantCulture));
        var line = await process.StandardOutput.ReadLineAsync();
        if (line is null)
            throw new InvalidOperationException("The server does not start: " + await process.StandardError.ReadToEndAsync());
        // A pipe that nobody reads would stop the server once it is full.
        _ = process.StandardOutput.ReadToEndAsync();
        return new(process, port, process.StandardError.ReadToEndAsync());
    }

    /// <summary>The address of a site's page.</summary>
    public string Url(string site, string path) => $"http://{site}.localhost:{_port.ToString(CultureInfo.InvariantCulture)}{path}";

    /// <summary>Stops it. A server that has stopped by itself is a fault.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        if (_process.HasExited)
            throw new InvalidOperationException($"The server ended by itself with {_process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {await _errors}");
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
