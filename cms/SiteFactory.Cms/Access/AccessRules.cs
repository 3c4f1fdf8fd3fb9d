using SiteFactory.Cms.Data.Api;
using SiteFactory.Cms.Data.People;

namespace SiteFactory.Cms.Access;

/// <summary>What somebody may do on a site; each includes the one before.</summary>
public enum SiteRight
{
    /// <summary>See everything, drafts included.</summary>
    See,

    /// <summary>Write and submit.</summary>
    Write,

    /// <summary>Publish, withdraw, delete; accept or refuse what others offer.</summary>
    Publish,

    /// <summary>Change the site's settings and its people.</summary>
    Manage,
}

/// <summary>
/// Who may use an endpoint. Every endpoint carries exactly one rule; one without any answers nobody, so that a forgotten rule
/// closes a door instead of opening one.
/// </summary>
public interface IAccessRule;

/// <summary>Anybody, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenToAllAttribute : Attribute, IAccessRule;

/// <summary>Whoever is signed in, for what concerns themselves.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : Attribute, IAccessRule;

/// <summary>
/// Whoever has this right on the site that the route's <c>{site}</c> names. The request's database context is restricted to
/// that site.
/// </summary>
/// <param name="right">To read the page.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SiteAccessAttribute(SiteRight right) : Attribute, IAccessRule
{
    private SiteRight? _post;

    /// <summary>To read the page.</summary>
    public SiteRight Right { get; } = right;

    /// <summary>To send it a form; by default <see cref="SiteRight.Write"/>, or more when reading asks for more.</summary>
    public SiteRight Post
    {
        get => _post ?? (SiteRight)Math.Max((int)Right, (int)SiteRight.Write);
        set => _post = value;
    }
}

/// <summary>A form of the page (its handler) that asks for another right than the page's other forms.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class HandlerAccessAttribute(string handler, SiteRight right) : Attribute
{
    /// <summary>The handler's name: <c>Publish</c> for <c>OnPostPublish</c>.</summary>
    public string Handler { get; } = handler;

    /// <summary>What sending that form takes.</summary>
    public SiteRight Right { get; } = right;
}

/// <summary>Whoever has this role for the territory, or a greater one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class TerritoryAccessAttribute(TerritoryRole role) : Attribute, IAccessRule
{
    /// <summary>The least role.</summary>
    public TerritoryRole Role { get; } = role;
}

/// <summary>Programs with a key of this right; for the key's own site when it is bound to one.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ApiAccessAttribute(ApiRight right) : Attribute, IAccessRule
{
    /// <summary>The least right.</summary>
    public ApiRight Right { get; } = right;
}
