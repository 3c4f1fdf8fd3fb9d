using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NodaTime;
using SiteFactory.Content.Faults;
using SiteFactory.Generator.Cli.Watch;

namespace SiteFactory.Generator.Cli.Tests.Commands;

/// <summary>The whole of <c>watch</c>: a real folder, a real server, an open page.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly SmallTerritory _territory = new();
    private readonly HttpClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        _territory.Dispose();
    }

    [Fact]
    public async Task A_change_is_built_and_reloads_the_open_page_and_only_its_site()
    {
        using var stop = new CancellationTokenSource();
        await using var output = new SignallingWriter("localhost:");
        var port = FreePort();
        var host = new CliHost(output, output, SystemClock.Instance, Interactive: false);
        var watching = CommandLine.RunAsync(["watch", .. _territory.Folders, "--skip", "pictures,search,precompress", "--port", port], host, stop.Token);
        await output.Seen.WaitAsync(Limit);

        using var vany = await EventsOf("vany", port);
        _territory.Write("vany/pages/vie-municipale/index.md", "---\ntitle: Vie municipale\n---\nLe texte nouveau.\n");
        Assert.Equal("event: rebuilt", await vany.ReadLineAsync().WaitAsync(Limit));
        Assert.Contains("Le texte nouveau", await Get($"/vie-municipale/", "vany", port), StringComparison.Ordinal);

        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Done, await watching.WaitAsync(Limit));
        Assert.Contains("Mis à jour : Vany", output.ToString().Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_made_while_watching_is_told_and_mending_it_publishes()
    {
        using var stop = new CancellationTokenSource();
        await using var output = new SignallingWriter("(dead-link)");
        await using var started = new SignallingWriter("localhost:");
        var port = FreePort();
        var host = new CliHost(started, output, SystemClock.Instance, Interactive: false);
        var watching = CommandLine.RunAsync(["watch", .. _territory.Folders, "--skip", "pictures,search,precompress", "--port", port], host, stop.Token);
        await started.Seen.WaitAsync(Limit);

        using var vany = await EventsOf("vany", port);
        _territory.Write("vany/pages/lien.md", "---\ntitle: Lien\n---\n[Ici](/nulle-part/)\n");
        await output.Seen.WaitAsync(Limit);
        _territory.Write("vany/pages/lien.md", "---\ntitle: Lien\n---\n[Ici](/vie-municipale/)\n");
        Assert.Equal("event: rebuilt", await vany.ReadLineAsync().WaitAsync(Limit));
        Assert.Contains("<h1", await Get("/lien/", "vany", port), StringComparison.Ordinal);

        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Done, await watching.WaitAsync(Limit));
    }

    [Fact]
    public void A_warning_is_told_once_and_an_error_until_it_is_mended()
    {
        var told = new ToldWarnings();
        var warning = Fault.Warning("heading-skipped", "vany", "vany/pages/a.md", 7, null, "Un niveau manque.", "Ajoutez-le.");
        var error = Fault.Error("dead-link", "vany", "vany/pages/a.md", 9, null, "Le lien ne mène nulle part.", "Corrigez-le.");
        Assert.Equal([warning, error], told.New([warning, error]));
        Assert.Equal([error], told.New([warning with { Line = 8 }, error]));
        Assert.Equal(1, told.LeftOut);
        Assert.Empty(told.New([]));
        Assert.Equal([warning], told.New([warning]));
        Assert.Equal(0, told.LeftOut);
    }

    private async Task<StreamReader> EventsOf(string key, string port)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/-/rechargement") { Headers = { Host = $"{key}.localhost" } };
        var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(": ready", await events.ReadLineAsync().WaitAsync(Limit));
        await events.ReadLineAsync();
        return events;
    }

    private async Task<string> Get(string path, string key, string port)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}{path}") { Headers = { Host = $"{key}.localhost" } };
        using var response = await _client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Says when a line with some words was written.</summary>
    private sealed class SignallingWriter(string words) : TextWriter(CultureInfo.InvariantCulture)
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly StringBuilder _text = new();

        public Task Seen => _seen.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(string? value)
        {
            lock (_text)
                _text.Append(value);
            if (value?.Contains(words, StringComparison.Ordinal) == true)
                _seen.TrySetResult();
        }

        public override void WriteLine(string? value) => Write(value + "\n");

        public override Task WriteLineAsync(string? value)
        {
            WriteLine(value);
            return Task.CompletedTask;
        }

        public override string ToString()
        {
            lock (_text)
                return _text.ToString();
        }
    }
}
