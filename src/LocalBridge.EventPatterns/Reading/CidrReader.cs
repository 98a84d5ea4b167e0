using System.Globalization;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Reading;

/// <summary>Reads the block of a <c>cidr</c>. EventBridge states no location for its errors.</summary>
internal static class CidrReader
{
    public static AddressBlock Read(string text)
    {
        // Slashes at the very end do not count, as in the splitting function of EventBridge's own language.
        string[] parts = text.TrimEnd('/').Split('/');
        if (parts.Length != 2)
        {
            throw PatternLexer.ErrorWithoutLocation(PatternMessages.CidrShape);
        }

        if (!int.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int bits) || bits < 0)
        {
            throw PatternLexer.ErrorWithoutLocation(PatternMessages.CidrMask);
        }

        byte[] bytes = LenientUtf8.GetBytes(parts[0]);
        if (!IpAddress.TryParse(bytes, out IpAddress address))
        {
            throw PatternLexer.ErrorWithoutLocation($"{(IpAddress.HasShapeOfAddress(bytes) ? "Invalid" : "Nonstandard")} IP address: {parts[0]}");
        }

        // EventBridge keeps at least one host bit, so a single address cannot be written as a block.
        if (bits >= (address.IsV6 ? 128 : 32))
        {
            throw PatternLexer.ErrorWithoutLocation(address.IsV6 ? PatternMessages.CidrMaskV6 : PatternMessages.CidrMaskV4);
        }

        return new AddressBlock(address, bits);
    }
}
