using System.Text;
using SiteFactory.Portal.Mail;

namespace SiteFactory.Portal.Tests.Requests;

/// <summary>Without a mail server, messages are files that any mail program opens.</summary>
public sealed class MailFolderTests
{
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

    /// <summary>The body as a mail program reads it: quoted-printable undone.</summary>
    private static string Body(string message)
    {
        var body = message[(message.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("=\r\n", "", StringComparison.Ordinal);
        return Uri.UnescapeDataString(body.Replace("%", "%25", StringComparison.Ordinal).Replace('=', '%')).TrimEnd();
    }
}
