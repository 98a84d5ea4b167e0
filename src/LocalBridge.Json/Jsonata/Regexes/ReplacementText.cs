using System.Text;
using LocalBridge.Json.Jsonata.Arithmetic;

namespace LocalBridge.Json.Jsonata.Regexes;

/// <summary>Writes the replacement of a match: <c>$0</c> is the match, <c>$1</c> … a group, <c>$$</c> a dollar sign.</summary>
internal static class ReplacementText
{
    internal static void Append(StringBuilder target, string replacement, in RegexHit hit)
    {
        int at = 0;
        int dollar;
        while ((dollar = replacement.IndexOf('$', at)) >= 0)
        {
            target.Append(replacement, at, dollar - at);
            at = dollar + 1;
            if (at < replacement.Length && replacement[at] is '$' or '0')
            {
                target.Append(replacement[at] == '$' ? "$" : hit.Text);
                at++;
            }
            else
            {
                at = AppendGroup(target, replacement, at, hit);
            }

            if (at >= replacement.Length)
            {
                return;
            }
        }

        target.Append(replacement, at, replacement.Length - at);
    }

    // As many digits are read as the number of groups has; one fewer where that number has no group. A number without a group is nothing.
    private static int AppendGroup(StringBuilder target, string replacement, int at, in RegexHit hit)
    {
        int digits = hit.GroupCount == 0 ? 1 : EcmaNumber.ToText(hit.GroupCount).Length;
        double number = ReadNumber(replacement, at, digits);
        if (digits > 1 && number > hit.GroupCount)
        {
            number = ReadNumber(replacement, at, digits - 1);
        }

        if (double.IsNaN(number))
        {
            target.Append('$');
            return at;
        }

        target.Append(hit.Group((int)number));
        return at + EcmaNumber.ToText(number).Length;
    }

    private static double ReadNumber(string text, int at, int digits) =>
        EcmaNumber.ParseInteger(text.AsSpan(at, Math.Min(digits, text.Length - at)), allowsHexadecimal: false);
}
