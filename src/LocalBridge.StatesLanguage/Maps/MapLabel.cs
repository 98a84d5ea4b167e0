using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using LocalBridge.StatesLanguage.Definitions;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Reads the <c>Label</c> of a Map state, which stands in the ARNs of its Map Runs and child executions, or makes one.</summary>
internal static class MapLabel
{
    private const int MaximumLength = 40;

    private static readonly SearchValues<char> Forbidden = SearchValues.Create("?*<>{}[]:;,\\|^~$#%&`\"");

    internal static string? Read(FieldReader fields)
    {
        if (fields.Text("Label") is not { } label)
        {
            return null;
        }

        if (label.Length is 0 or > MaximumLength)
        {
            fields.Fault("Label", $"Value must have 1 to {MaximumLength} characters but has {label.Length}");
        }

        foreach (char character in label)
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character) || Forbidden.Contains(character))
            {
                fields.Fault(
                    "Label", $"Value holds the character '{Show(character)}': white space, control characters and ? * < > {{ }} [ ] : ; , \\ | ^ ~ $ # % & ` \" are not allowed");
                break;
            }
        }

        fields.Context.AddLabel(label, fields.PointerTo("Label"));
        return label;
    }

    /// <summary>Makes the label of a state that has none: always the same one, so that a child execution finds its definition again.</summary>
    internal static string Create(string stateName)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(stateName), hash);

        // RFC 9562, section 5.8: version 8 is for identifiers of one's own making.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }

    private static string Show(char character) => char.IsControl(character) || char.IsSurrogate(character) ? $"\\u{(int)character:x4}" : character.ToString();
}
