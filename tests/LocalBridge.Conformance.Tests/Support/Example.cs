using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LocalBridge.Conformance.Comparing;

namespace LocalBridge.Conformance.Tests.Support;

internal static class Example
{
    public static JsonElement Of([StringSyntax(StringSyntaxAttribute.Json)] string text) => JsonTexts.Parse(text);
}
