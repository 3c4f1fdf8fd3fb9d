using System.Text;

namespace SiteFactory.Theming.French;

/// <summary>Telephone numbers, shown as people dial them and linked as machines do.</summary>
public static class FrenchPhone
{
    /// <summary>"03 87 00 00 00" for <c>+33 3 87 00 00 00</c>; short and foreign numbers as they were written.</summary>
    public static string Display(string number)
    {
        var digits = National(number);
        return digits is null ? number.Trim() : Pairs(digits);
    }

    /// <summary><c>tel:+33387000000</c>; a short number keeps its digits: <c>tel:3237</c>.</summary>
    public static string Href(string number)
    {
        var national = National(number);
        return "tel:" + (national is null ? Digits(number) : "+33" + national[1..]);
    }

    /// <summary>Ten digits from 0, or null when it is no number of metropolitan France.</summary>
    private static string? National(string number)
    {
        var digits = Digits(number);
        digits = digits switch
        {
            ['+', '3', '3', '0', .. var rest] when rest.Length == 9 => "0" + rest,
            ['+', '3', '3', .. var rest] => "0" + rest,
            ['0', '0', '3', '3', .. var rest] => "0" + rest,
            _ => digits,
        };
        return digits.Length == 10 && digits[0] == '0' ? digits : null;
    }

    private static string Digits(string number)
    {
        var result = new StringBuilder(number.Length);
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c) || (c == '+' && result.Length == 0))
            {
                result.Append(c);
            }
        }
        return result.ToString();
    }

    private static string Pairs(string digits)
    {
        var result = new StringBuilder(14);
        for (var i = 0; i < digits.Length; i += 2)
        {
            if (i > 0)
            {
                result.Append(FrenchText.NoBreakSpace);
            }
            result.Append(digits, i, 2);
        }
        return result.ToString();
    }
}
