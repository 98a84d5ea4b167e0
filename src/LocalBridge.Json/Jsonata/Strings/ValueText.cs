using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LocalBridge.Json.Jsonata.Arithmetic;
using LocalBridge.Json.Jsonata.Failures;

namespace LocalBridge.Json.Jsonata.Strings;

/// <summary>$string: the text of a value, as JSON.stringify writes it, numbers cut to 15 significant digits, functions as empty strings.</summary>
internal static class ValueText
{
    private const int FirstCapacity = 512;
    private const string Indentation = "  ";

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code), '"', '\\', .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    /// <summary>Returns the text of a value.</summary>
    /// <param name="value">The value; not undefined.</param>
    /// <param name="isPretty">Whether members and elements go on lines of their own.</param>
    /// <exception cref="JsonataException">D3001: the value is a number that is not finite; D1001: it contains one; U1001: it is nested too deeply.</exception>
    internal static string Create(JsonValue value, bool isPretty = false)
    {
        if (value.TryGetString(out string? text))
        {
            return text;
        }

        if (value.IsNumber)
        {
            return OfNumber(value);
        }

        if (value.IsBoolean)
        {
            return value.IsTrue ? "true" : "false";
        }

        if (value.IsNull)
        {
            return "null";
        }

        if (!IsContainer(value))
        {
            return string.Empty;
        }

        var target = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[FirstCapacity]);
        Append(ref target, value, isPretty, 0);
        return target.ToStringAndClear();
    }

    /// <summary>Returns the text of a number.</summary>
    /// <exception cref="JsonataException">D3001: it is not finite.</exception>
    internal static string OfNumber(JsonValue value)
    {
        if (value.IsInt64(out long integer) && integer is > -(1L << 53) and < 1L << 53)
        {
            return integer.ToString(CultureInfo.InvariantCulture);
        }

        double number = value.GetDouble();
        return double.IsFinite(number)
            ? EcmaNumber.ToFifteenDigits(number)
            : throw LibraryFault.Create("D3001", number);
    }

    private static bool IsContainer(JsonValue value) => value.Kind is JsonValueKind.Object || value.IsArray;

    private static void Append(ref DefaultInterpolatedStringHandler target, JsonValue value, bool isPretty, int depth)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw FailureCodes.TooDeep();
        }

        if (value.TryGetArray(out JsonArray? array))
        {
            AppendArray(ref target, array, isPretty, depth);
        }
        else if (value.TryGetObject(out JsonObject? members))
        {
            AppendObject(ref target, members, isPretty, depth);
        }
        else if (value.TryGetString(out string? text))
        {
            AppendString(ref target, text);
        }
        else if (value.IsNumber)
        {
            double number = value.GetDouble();
            target.AppendLiteral(double.IsFinite(number) ? OfNumber(value) : throw LibraryFault.Create("D1001", number));
        }
        else if (value.IsBoolean)
        {
            target.AppendLiteral(value.IsTrue ? "true" : "false");
        }
        else
        {
            // Undefined in an array is null in JSON; what is left is a function.
            target.AppendLiteral(value.IsNull || value.IsUndefined ? "null" : "\"\"");
        }
    }

    private static void AppendArray(ref DefaultInterpolatedStringHandler target, JsonArray array, bool isPretty, int depth)
    {
        target.AppendLiteral("[");
        for (int i = 0; i < array.Count; i++)
        {
            if (i > 0)
            {
                target.AppendLiteral(",");
            }

            AppendLine(ref target, isPretty, depth + 1);
            Append(ref target, array[i], isPretty, depth + 1);
        }

        AppendLine(ref target, isPretty && array.Count > 0, depth);
        target.AppendLiteral("]");
    }

    private static void AppendObject(ref DefaultInterpolatedStringHandler target, JsonObject members, bool isPretty, int depth)
    {
        target.AppendLiteral("{");
        bool isFirst = true;
        foreach (KeyValuePair<string, JsonValue> member in members)
        {
            if (member.Value.IsUndefined)
            {
                continue;
            }

            if (!isFirst)
            {
                target.AppendLiteral(",");
            }

            isFirst = false;
            AppendLine(ref target, isPretty, depth + 1);
            AppendString(ref target, member.Key);
            target.AppendLiteral(isPretty ? ": " : ":");
            Append(ref target, member.Value, isPretty, depth + 1);
        }

        AppendLine(ref target, isPretty && !isFirst, depth);
        target.AppendLiteral("}");
    }

    private static void AppendLine(ref DefaultInterpolatedStringHandler target, bool isPretty, int depth)
    {
        if (isPretty)
        {
            target.AppendLiteral("\n");
            for (int i = 0; i < depth; i++)
            {
                target.AppendLiteral(Indentation);
            }
        }
    }

    private static void AppendString(ref DefaultInterpolatedStringHandler target, string text)
    {
        target.AppendLiteral("\"");
        ReadOnlySpan<char> rest = text;
        int at;
        while ((at = rest.IndexOfAny(Escaped)) >= 0)
        {
            target.AppendFormatted(rest[..at]);
            if (at + 1 < rest.Length && char.IsSurrogatePair(rest[at], rest[at + 1]))
            {
                target.AppendFormatted(rest.Slice(at, 2));
                rest = rest[(at + 2)..];
                continue;
            }

            AppendEscape(ref target, rest[at]);
            rest = rest[(at + 1)..];
        }

        target.AppendFormatted(rest);
        target.AppendLiteral("\"");
    }

    private static void AppendEscape(ref DefaultInterpolatedStringHandler target, char character) => target.AppendLiteral(character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    });
}
