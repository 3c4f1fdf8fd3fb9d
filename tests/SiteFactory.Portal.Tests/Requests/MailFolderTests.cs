using System.Net;
using System.Net.Sockets;
using System.Text;
using SiteFactory.Portal.Mail;

namespace SiteFactory.Portal.Tests.Requests;

/// <summary>Messages go to the mail server that is configured; without one they are files that any mail program opens.</summary>
public sealed class MailFolderTests
{
    [Fact]
    public async Task A_message_goes_to_the_mail_server_that_is_configured()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var heard = ServeAsync(listener);
        var options = new PortalOptions();
        (options.Mail.Host, options.Mail.Port, options.Mail.Tls, options.Mail.From) = ("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, false, "mairie@example.org");
        await new SmtpMail(options).SendAsync(new("jeanne@example.org", "Reçue", "À jeudi."), default);
        var said = await heard;
        Assert.Contains("MAIL FROM:<mairie@example.org>", said, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<jeanne@example.org>", said, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", said, StringComparison.Ordinal);
        Assert.Contains("=C3=80 jeudi.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_becomes_a_file_whose_lines_end_as_mail_asks()
    {
        var folder = Directory.CreateTempSubdirectory("sitefactory-mail-");
        try
        {
            var options = new PortalOptions();
            options.Mail.Folder = folder.FullName;
            await new SmtpMail(options).SendAsync(new("jeanne@example.org", "Reçue\nBcc: x@example.org", "Bonjour,\n\nÀ jeudi."), default);
            var file = Assert.Single(folder.GetFiles("*.eml"));
            var text = await File.ReadAllTextAsync(file.FullName, Encoding.ASCII);
            Assert.Contains("To: jeanne@example.org", text, StringComparison.Ordinal);
            Assert.Equal("Bonjour,\r\n\r\nÀ jeudi.", Body(text));
            Assert.DoesNotContain("\nBcc:", text, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A mail server that takes one message; gives all that was said to it.</summary>
    private static async Task<string> ServeAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 essai");
        var said = new StringBuilder();
        var isMessage = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (isMessage && line != ".")
                continue;
            isMessage = line == "DATA";
            await writer.WriteLineAsync(isMessage ? "354 go on" : line == "QUIT" ? "221 bye" : "250 fine");
            // The message is here; the sender may keep the line open.
            if (line == ".")
                break;
        }
        return said.ToString();
    }

    /// <summary>The body as a mail program reads it: quoted-printable undone.</summary>
    private static string Body(string message)
    {
        var body = message[(message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("=\r\n", "", StringComparison.Ordinal);
        return Uri.UnescapeDataString(body.Replace("%", "%25", StringComparison.Ordinal).Replace('=', '%')).TrimEnd();
    }
}
