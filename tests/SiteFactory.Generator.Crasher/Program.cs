// Builds one content folder after the other into the same output, and says each step: a process to be killed at any moment.
// Arguments: output, moment in seconds since 1970, rounds, then the content folders.
using System.Globalization;
using NodaTime;
using SiteFactory.Generator;
using SiteFactory.Generator.Crasher;
using SiteFactory.Themes.Territoire;

var at = Instant.FromUnixTimeSeconds(long.Parse(args[1], CultureInfo.InvariantCulture));
var rounds = int.Parse(args[2], CultureInfo.InvariantCulture);
Console.WriteLine("ready");
var contents = new TurningContent(args[3..]);
var options = new BuildOptions { Output = args[0], At = at, Search = true, Pictures = false, Precompress = false, CatchUpLater = true };
using var generator = new SiteGenerator(options, new TerritoireTheme(), contents, contents);
for (var round = 0; round < rounds; round++)
{
    var report = round == 0 ? generator.Build(new Lines()) : generator.Update(contents.Turn(), at, progress: new Lines());
    foreach (var fault in report.Faults)
        Console.Error.WriteLine(fault);
    Console.WriteLine("built");
    generator.CatchUp();
    Console.WriteLine("caught up");
}
