using SiteFactory.Generator.Plan.Pictures;
using SiteFactory.Generator.Write.Pictures;

namespace SiteFactory.Generator.Tests.Pictures;

/// <summary>The worker's process under bad conditions, played by small scripts that speak the same protocol.</summary>
public sealed class PictureWorkerTests(TestPictures pictures) : IClassFixture<TestPictures>
{
    // Answers every request, dies of a source named "poison", never answers one named "slow".
    private const string Fragile = """
        import { createInterface } from 'node:readline';
        import { writeFileSync } from 'node:fs';
        const held = [];
        createInterface({ input: process.stdin }).on('line', line => {
          const { id, source, variants } = JSON.parse(line);
          if (source.endsWith('poison')) process.exit(9);
          if (source.endsWith('slow')) return;
          if (source.endsWith('held')) { held.push(id); if (process.argv[3]) return; }
          for (const v of variants) writeFileSync(v.to, 'x');
          console.log(JSON.stringify({ id }));
        });
        console.log(JSON.stringify({ ready: 'VERSION' }));
        """;

    [Fact]
    public async Task The_picture_that_kills_the_worker_is_named_and_the_others_are_made()
    {
        await using var worker = NewWorker(Fragile);
        var answers = await Task.WhenAll(
            Ask(worker, "good1"), Ask(worker, "poison"), Ask(worker, "good2"), Ask(worker, "good3"));
        Assert.Equal([null, PictureProblem.Crash, null, null], answers.Select(a => a.Problem));
        Assert.Null((await Ask(worker, "good4")).Problem);
    }

    [Fact]
    public async Task A_picture_that_takes_too_long_is_named_and_the_next_one_is_made()
    {
        await using var worker = NewWorker(Fragile, TimeSpan.FromSeconds(1));
        Assert.Equal(PictureProblem.TooSlow, (await Ask(worker, "slow")).Problem);
        Assert.Null((await Ask(worker, "good")).Problem);
    }

    [Fact]
    public async Task Without_node_the_message_says_what_to_install()
    {
        await using var worker = new PictureWorker(PictureWorkerOptions.Default with { Node = "node-that-is-not-there" });
        var e = await Assert.ThrowsAsync<PictureToolException>(() => Ask(worker, "good"));
        Assert.Contains("Node.js", e.Message, StringComparison.Ordinal);
        Assert.Contains("--skip pictures", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_sharp_the_message_says_how_to_restore_it()
    {
        await using var worker = new PictureWorker(PictureWorkerOptions.Default with { ModulesFrom = pictures.NewFolder() });
        var e = await Assert.ThrowsAsync<PictureToolException>(() => Ask(worker, "good"));
        Assert.Contains("npm ci", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_of_sharp_is_refused()
    {
        await using var worker = NewWorker(Fragile.Replace("'VERSION'", "'0.0.1'", StringComparison.Ordinal));
        var e = await Assert.ThrowsAsync<PictureToolException>(() => Ask(worker, "good"));
        Assert.Contains("0.0.1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_cannot_start_is_the_environments_fault()
    {
        await using var worker = NewWorker("process.exit(7);");
        await Assert.ThrowsAsync<PictureToolException>(() => Ask(worker, "good"));
    }

    private PictureWorker NewWorker(string script, TimeSpan? timeout = null)
    {
        var file = Path.Combine(pictures.NewFolder(), "worker.mjs");
        File.WriteAllText(file, script.Replace("VERSION", PictureSettings.EncoderVersion, StringComparison.Ordinal));
        return new(PictureWorkerOptions.Default with { Script = file, Timeout = timeout ?? TimeSpan.FromSeconds(30) });
    }

    private async Task<PictureAnswer> Ask(PictureWorker worker, string source)
    {
        var folder = pictures.NewFolder();
        var variant = new PicturePlanner(PictureSettings.Default).Plan(TestPictures.Item(pictures.Photo))!.Variants[0];
        return await worker.MakeAsync(Path.Combine(folder, source), [new PictureJob(variant, Path.Combine(folder, "out"))], default);
    }
}
