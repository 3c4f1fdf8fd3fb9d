using System.Globalization;
using NodaTime;
using SiteFactory.Generator.Cli;

// Operators read French; numbers and dates of the outputs do not depend on it.
CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");
var host = new CliHost(Console.Out, Console.Error, SystemClock.Instance, Interactive: !Console.IsOutputRedirected);
return await CommandLine.RunAsync(args, host, CancellationToken.None);
