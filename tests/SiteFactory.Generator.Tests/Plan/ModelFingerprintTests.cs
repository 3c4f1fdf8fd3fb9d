using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using SiteFactory.Content.Fingerprints;
using SiteFactory.Generator.Plan;
using SiteFactory.Theming.Bodies;
using SiteFactory.Theming.Pages;
using SiteFactory.Theming.Shell;

namespace SiteFactory.Generator.Tests.Plan;

/// <summary>Whatever a component can see of its model is in the model's fingerprint.</summary>
public sealed class ModelFingerprintTests
{
    public static TheoryData<Type> Models =>
        [.. typeof(PageMain).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageMain))), typeof(PageHead), typeof(SiteShell)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Any_change_of_any_property_changes_it(Type type)
    {
        var model = ModelSamples.Make(type, 0);
        var fingerprint = Of(model);
        Assert.Equal(fingerprint, Of(ModelSamples.Make(type, 0)));
        var count = 0;
        foreach (var (path, changed) in ModelSamples.Changed(model, 0))
        {
            Assert.True(fingerprint != Of(changed), $"{type.Name}.{path} is not in the fingerprint.");
            count++;
        }
        Assert.True(count >= type.GetProperties().Count(p => p.CanWrite), type.Name);
    }

    [Fact]
    public void Two_kinds_of_page_never_share_one()
    {
        var all = typeof(PageMain).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageMain))).ToList();
        Assert.Equal(all.Count, all.Select(t => Of(ModelSamples.Make(t, 0))).Distinct().Count());
    }

    private static Fingerprint Of(object model) => model switch
    {
        PageMain main => ModelFingerprint.Of(main),
        PageHead head => ModelFingerprint.Of(head, ModelFingerprint.Json.PageHead),
        _ => ModelFingerprint.Of((SiteShell)model, ModelFingerprint.Json.SiteShell),
    };
}

/// <summary>Makes models with something in every property, and every model that differs in one place.</summary>
internal static class ModelSamples
{
    private const int Deepest = 5;

    public static object Make(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return "texte";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int))
            return 7;
        if (type == typeof(double))
            return 1.5;
        if (type == typeof(BodyContent))
            return new BodyContent(Fingerprint.Of("un"), () => _ => { });
        if (type == typeof(ImmutableSortedDictionary<string, string>))
            return ImmutableSortedDictionary<string, string>.Empty.Add("a", "b");
        if (Element(type) is { } element)
            return Array(element, depth >= Deepest ? [] : [Make(element, depth + 1)]);
        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Writable(type))
            property.SetValue(made, Make(property.PropertyType, depth + 1));
        return made;
    }

    public static IEnumerable<(string Path, object Value)> Changed(object value, int depth)
    {
        switch (value)
        {
            case string text:
                yield return ("", text + "!");
                yield break;
            case bool flag:
                yield return ("", !flag);
                yield break;
            case int number:
                yield return ("", number + 1);
                yield break;
            case double number:
                yield return ("", number + 0.25);
                yield break;
            case BodyContent:
                yield return ("", new BodyContent(Fingerprint.Of("deux"), () => _ => { }));
                yield break;
            case ImmutableSortedDictionary<string, string> map:
                yield return ("", map.SetItem("a", "c"));
                yield return ("", map.Add("d", "e"));
                yield break;
        }
        var changes = Element(value.GetType()) is { } element ? Elements(value, element, depth) : Properties(value, depth);
        foreach (var change in changes)
            yield return change;
    }

    private static IEnumerable<(string Path, object Value)> Elements(object array, Type element, int depth)
    {
        var items = ((IEnumerable)array).Cast<object>().ToArray();
        if (depth >= Deepest)
            yield break;
        yield return ("[]", Array(element, []));
        yield return ("[+]", Array(element, [.. items, Make(element, depth + 1)]));
        foreach (var (path, changed) in Changed(items[0], depth + 1))
            yield return ("[0]" + path, Array(element, [changed]));
    }

    private static IEnumerable<(string Path, object Value)> Properties(object value, int depth)
    {
        var optional = new NullabilityInfoContext();
        foreach (var property in Writable(value.GetType()))
        {
            foreach (var (path, changed) in Changed(property.GetValue(value)!, depth + 1))
                yield return ($"{property.Name}.{path}", With(value, property, changed));
            if (optional.Create(property).WriteState == NullabilityState.Nullable)
                yield return ($"{property.Name} = null", With(value, property, null));
        }
    }

    private static object With(object value, PropertyInfo property, object? changed)
    {
        var copy = value.GetType().IsValueType
            ? RuntimeHelpers.GetObjectValue(value)
            : value.GetType().GetMethod("<Clone>$")!.Invoke(value, null)!;
        property.SetValue(copy, changed);
        return copy;
    }

    private static IEnumerable<PropertyInfo> Writable(Type type) => type.GetProperties().Where(p => p.CanWrite);

    private static Type? Element(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? type.GetGenericArguments()[0] : null;

    private static object Array(Type element, object[] items)
    {
        var typed = System.Array.CreateInstance(element, items.Length);
        System.Array.Copy(items, typed, items.Length);
        return typeof(ImmutableArray).GetMethods()
            .Single(m => m.Name == nameof(ImmutableArray.Create) && m.GetParameters() is [{ ParameterType.IsArray: true }] && m.GetParameters()[0].GetCustomAttribute<ParamArrayAttribute>() is not null)
            .MakeGenericMethod(element).Invoke(null, [typed])!;
    }
}
