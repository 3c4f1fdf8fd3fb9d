using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SiteFactory.Benchmarks.Build;

/// <summary>One run of a whole process, or the median of several.</summary>
/// <param name="Wall">Seconds.</param>
/// <param name="Cpu">User and system seconds of the process and of those it waited for.</param>
internal readonly record struct Measured(double Wall, double Cpu)
{
    /// <summary>Runs a command; its output is thrown away.</summary>
    public static Measured Run(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var before = ChildrenSeconds();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        var wall = watch.Elapsed.TotalSeconds;
        // 1: built, and the content has faults.
        return process.ExitCode is 0 or 1
            ? new(wall, ChildrenSeconds() - before)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors[..Math.Min(errors.Length, 800)]}");
    }

    public static Measured Median(IReadOnlyCollection<Measured> runs) => new(Middle(runs.Select(r => r.Wall)), Middle(runs.Select(r => r.Cpu)));

    public static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Largest resident set of a child so far, in megabytes.</summary>
    public static double LargestChild() => Usage().MaxRss / 1024.0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Wall:0.00} s, {Cpu:0.00} s of processor");

    private static double ChildrenSeconds()
    {
        var usage = Usage();
        return usage.User.Seconds + usage.System.Seconds + ((usage.User.Microseconds + usage.System.Microseconds) / 1e6);
    }

    private static ResourceUsage Usage()
    {
        const int Children = -1;
        var buffer = new ResourceUsage[4];
        _ = getrusage(Children, buffer);
        return buffer[0];
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int getrusage(int who, [Out] ResourceUsage[] usage);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Microseconds;
    }

    // The kernel's structure begins so; the array leaves room for the rest.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct ResourceUsage
    {
        public readonly Time User;
        public readonly Time System;
        public readonly long MaxRss;
    }
}
