using System.Collections.Immutable;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;
using SiteFactory.Widgets.Attributes;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Contact;

/// <summary>How to reach somebody.</summary>
/// <param name="Href">The entry's page, or null for the town hall itself.</param>
/// <param name="Address">Line by line.</param>
/// <param name="Closures">Exceptional closures to come.</param>
public sealed record ContactCardModel(
    string Name, string? Href, string? Role, ImmutableArray<string> Address, ImmutableArray<string> Phones, ImmutableArray<string> Emails,
    ImmutableArray<Link> Urls, ImmutableArray<string> Closures);

/// <summary><c>::: contact {entry=mairie}</c>; without an entry, the site's own contact.</summary>
public sealed class ContactDirective : Directive<ContactView, ContactCardModel>
{
    public override string Name => "contact";

    public override ImmutableArray<AttributeRule> Attributes { get; } = [AttributeRule.Key("entry")];

    protected override ContactCardModel? Model(DirectiveCall call)
    {
        call.ExpectNothingInside();
        if (call.Text("entry") is { } key)
            return call.Entry(key) is { } entry ? Of(entry) : null;
        return Of(call.Context.Contact);
    }

    private static ContactCardModel Of(DirectoryCard entry) =>
        new(entry.Title, entry.Href, entry.Role, entry.Address is null ? [] : [entry.Address], entry.Phones, entry.Emails, entry.Urls, entry.Hours?.Closures ?? []);

    private static ContactCardModel Of(ContactModel contact)
    {
        var city = $"{contact.PostalCode} {contact.City}".Trim();
        ImmutableArray<string?> address = [contact.Address, city];
        return new(contact.Name, null, null, [.. address.Where(line => !string.IsNullOrEmpty(line)).Select(line => line!)], Some(contact.Phone), Some(contact.Email), [], contact.Hours?.Closures ?? []);
    }

    private static ImmutableArray<string> Some(string? value) => value is null ? [] : [value];
}
