namespace SiteFactory.Portal.Mail;

/// <summary>A message in plain text.</summary>
public sealed record PortalMessage(string To, string Subject, string Text);

/// <summary>Hands messages over. Throws when it cannot; the portal tries again later.</summary>
public interface IPortalMail
{
    Task SendAsync(PortalMessage message, CancellationToken cancellation);
}
