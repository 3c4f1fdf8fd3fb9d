using SiteFactory.Content.Faults;
using SiteFactory.Content.Model;

namespace SiteFactory.Content.FolderFormat.Reading;

/// <summary>Reads <c>legal:</c>, which <c>territory.yaml</c> gives and <c>site.yaml</c> may override.</summary>
internal static class LegalReader
{
    public static LegalNotice? Read(MappingReader map)
    {
        if (map.Map("legal") is not { } inner)
            return null;
        var notice = new LegalNotice(Host(inner), DataProtection(inner));
        inner.Done();
        return notice;
    }

    private static LegalHost? Host(MappingReader map)
    {
        if (map.Map("host") is not { } inner)
            return null;
        var name = inner.RequiredText("name");
        var host = new LegalHost(name ?? "", inner.Text("address"), inner.Checked("phone", FaultCodes.BadPhone, Syntax.IsPhone));
        inner.Done();
        return name is null ? null : host;
    }

    private static DataProtection? DataProtection(MappingReader map)
    {
        if (map.Map("dataProtection") is not { } inner)
            return null;
        var contact = new DataProtection(inner.Text("name"), inner.Checked("email", FaultCodes.BadEmail, Syntax.IsEmail));
        inner.Done();
        return contact;
    }
}
