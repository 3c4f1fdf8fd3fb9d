using System.Globalization;
using System.Net;
using System.Text;

namespace SiteFactory.Browser.Tests;

/// <summary>Somebody else's web server on this machine, with one page.</summary>
internal sealed class ForeignSite : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly byte[] _page;
    private readonly int _port = Programs.FreePort();

    public ForeignSite(string html)
    {
        _page = Encoding.UTF8.GetBytes(html);
        _listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://*:{_port}/"));
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"http://ailleurs.localhost:{_port}/page");

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(_page);
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
