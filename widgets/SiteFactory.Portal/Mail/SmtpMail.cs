using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace SiteFactory.Portal.Mail;

/// <summary>Sends over SMTP, or writes <c>.eml</c> files into the mail folder when no server is configured.</summary>
public sealed class SmtpMail(PortalOptions options) : IPortalMail
{
    /// <inheritdoc/>
    public async Task SendAsync(PortalMessage message, CancellationToken cancellation)
    {
        using var client = Client(options.Mail);
        if (client is null)
            return;
        using var mail = new MailMessage(options.Mail.From, message.To)
        {
            Subject = message.Subject.ReplaceLineEndings(" "),
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
            Body = message.Text.ReplaceLineEndings("\r\n"),
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        await client.SendMailAsync(mail, cancellation);
    }

    private static SmtpClient? Client(MailOptions mail)
    {
        if (mail.Host is { Length: > 0 } host)
        {
            var client = new SmtpClient(host, mail.Port) { EnableSsl = mail.Tls };
            if (mail.User is { Length: > 0 } user)
                client.Credentials = new NetworkCredential(user, mail.Password);
            return client;
        }
        return mail.Folder is { Length: > 0 } folder
            ? new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Path.GetFullPath(folder) }
            : null;
    }
}
