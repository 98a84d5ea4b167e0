using LocalBridge.Json.Jsonata.Strings;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>The functions that code strings for other places.</summary>
internal static class CodingFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Text("base64encode", "<s-:s>", text => Base64Text.Encode(text)),
        Define.Text("base64decode", "<s-:s>", text => Base64Text.Decode(text)),
        Define.Text("encodeUrlComponent", "<s-:s>", text => UriCoding.EncodeComponent(text)),
        Define.Text("encodeUrl", "<s-:s>", text => UriCoding.Encode(text)),
        Define.Text("decodeUrlComponent", "<s-:s>", text => UriCoding.DecodeComponent(text)),
        Define.Text("decodeUrl", "<s-:s>", text => UriCoding.Decode(text)),
    ];
}
