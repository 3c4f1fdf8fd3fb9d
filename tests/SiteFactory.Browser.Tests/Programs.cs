using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SiteFactory.Browser.Tests;

/// <summary>The program that these tests drive: the command line as it was built.</summary>
internal static class Programs
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Runs <c>sitefactory</c> to its end and gives what it said.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"sitefactory ended with {process.ExitCode}.\n{output}\n{await errors}");
    }

    /// <summary>Starts <c>sitefactory</c> in the folder of the solution.</summary>
    public static Process Start(params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var program = Path.Combine(Root, "artifacts/bin/SiteFactory.Generator.Cli", configuration, "sitefactory");
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SiteFactory.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No SiteFactory.sln above the tests.");
        return folder;
    }
}
