using System.Collections.Immutable;
using SiteFactory.Content.Bodies;
using SiteFactory.Content.FolderFormat.Faults;
using SiteFactory.Theming.Bodies;
using SiteFactory.Widgets.Composing;

namespace SiteFactory.Widgets.Attributes;

/// <summary>Holds a directive's attributes against its rules; only good values come out.</summary>
internal static class AttributeCheck
{
    public static Dictionary<string, string> Run(DirectiveNode node, ImmutableArray<AttributeRule> rules, List<BodyFault> faults)
    {
        var values = new Dictionary<string, string>();
        foreach (var attribute in node.Attributes)
        {
            var rule = rules.FirstOrDefault(r => r.Name == attribute.Name);
            if (rule is null)
                faults.Add(Unknown(node, attribute, rules));
            else if (!rule.Accepts(attribute.Value))
                faults.Add(WidgetFault.Error("attribute-value", node.Line, attribute.Value, attribute.Name, rule.Expected));
            else
                values.Add(attribute.Name, attribute.Value);
        }
        foreach (var rule in rules)
        {
            if (rule.IsRequired && !node.Attributes.Any(a => a.Name == rule.Name))
                faults.Add(WidgetFault.Error("attribute-missing", node.Line, node.Name, rule.Name, rule.Expected));
        }
        return values;
    }

    private static BodyFault Unknown(DirectiveNode node, DirectiveAttribute attribute, ImmutableArray<AttributeRule> rules)
    {
        var names = rules.Select(r => r.Name).ToList();
        var near = Suggestion.Nearest(attribute.Name, names);
        var cure = near is not null ? WidgetTexts.Format("did-you-mean", near)
            : names.Count > 0 ? WidgetTexts.Format("attribute-unknown.list", string.Join(", ", names))
            : WidgetTexts.Get("attribute-unknown.none");
        return new("attribute-unknown", true, node.Line, WidgetTexts.Format("attribute-unknown.message", node.Name, attribute.Name), cure);
    }
}
