using System.Text;
using LocalBridge.EventPatterns.Operators;

namespace LocalBridge.EventPatterns.Tests.Operators;

public sealed class IpAddressTests
{
    [TestCase("10.0.0.1", "010.0.0.001")]
    [TestCase("::", "0:0:0:0:0:0:0:0")]
    [TestCase("2001:DB8::A", "2001:db8:0:0:0:0:0:a")]
    [TestCase("1::", "1:0:0:0:0:0:0:0")]
    [TestCase("::ffff:0102:0304", "1.2.3.4")]
    [TestCase("00001::", "1::")]
    public void TryParse_TwoSpellings_GiveOneAddress(string first, string second)
    {
        Assert.That(IpAddress.TryParse(Encoding.UTF8.GetBytes(first), out IpAddress left), Is.True);
        Assert.That(IpAddress.TryParse(Encoding.UTF8.GetBytes(second), out IpAddress right), Is.True);
        Assert.That(left, Is.EqualTo(right));
    }

    [TestCase("10.0.0.1", 32, "10.0.0.1")]
    [TestCase("10.0.0.255", 25, "10.0.0.128")]
    [TestCase("10.0.0.255", 1, "0.0.0.0")]
    [TestCase("255.255.255.255", 0, "0.0.0.0")]
    [TestCase("2001:db8:ffff::1", 33, "2001:db8:8000::")]
    [TestCase("ffff::", 0, "::")]
    [TestCase("ffff::1", 128, "ffff::1")]
    public void Network_Bits_DropsTheHost(string text, int bits, string network)
    {
        Assert.That(IpAddress.TryParse(Encoding.UTF8.GetBytes(text), out IpAddress address), Is.True);
        Assert.That(IpAddress.TryParse(Encoding.UTF8.GetBytes(network), out IpAddress expected), Is.True);
        Assert.That(address.Network(bits), Is.EqualTo(expected));
    }

    [TestCase("1:2:3:4:5:6:7:8", true, 0x0001_0002_0003_0004, 0x0005_0006_0007_0008)]
    [TestCase("1234:5678::9abc:DEF0", true, 0x1234_5678_0000_0000, 0x0000_0000_9ABC_DEF0)]
    [TestCase("::fffe:0102:0304", true, 0, 0x0000_FFFE_0102_0304)]
    [TestCase("::1:ffff:0102:0304", true, 0, 0x0001_FFFF_0102_0304)]
    [TestCase("::ffff:0102:0304", false, 0, 0x0102_0304)]
    [TestCase("255.254.3.0", false, 0, 0xFFFE_0300)]
    [TestCase("0.0.0.9", false, 0, 9)]
    public void TryParse_Address_ReadsEachPart(string text, bool isV6, long upper, long lower)
    {
        Assert.That(IpAddress.TryParse(Encoding.UTF8.GetBytes(text), out IpAddress address), Is.True);
        Assert.That(address, Is.EqualTo(new IpAddress(new UInt128((ulong)upper, (ulong)lower), isV6)));
    }

    [TestCase("1.2.3.4", true)]
    [TestCase("999.2.3.4", true)]
    [TestCase("1.2.3", false)]
    [TestCase("1.2.3.", false)]
    [TestCase(".1.2.3", false)]
    [TestCase("1.2.3.4.5", false)]
    [TestCase("1.2.3.x", false)]
    [TestCase("1:::2", true)]
    [TestCase("fF09:", true)]
    [TestCase("g::", false)]
    [TestCase("12", false)]
    public void HasShapeOfAddress_Text_LooksAtTheCharacters(string text, bool expected) =>
        Assert.That(IpAddress.HasShapeOfAddress(Encoding.UTF8.GetBytes(text)), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("1")]
    [TestCase("10.0.0")]
    [TestCase("10.0.0.256")]
    [TestCase("10.0.0.1.1")]
    [TestCase("10..0.1")]
    [TestCase("10.0.0.1 ")]
    [TestCase("0010.000.000.0001")]
    [TestCase(":")]
    [TestCase("1:2")]
    [TestCase(":::")]
    [TestCase("1::2::3")]
    [TestCase("1:2:3:4:5:6:7:8:9")]
    [TestCase("1:2:3:4:5:6:7::8")]
    [TestCase("1:2:3:4:5:6:7:8:")]
    [TestCase(":1:2:3:4:5:6:7:8")]
    [TestCase("12345::")]
    [TestCase("::ffff:1.2.3.4")]
    [TestCase("12:30")]
    public void TryParse_NoAddress_IsRefused(string text)
    {
        Assert.That(IpAddress.TryParse(Encoding.UTF8.GetBytes(text), out _), Is.False);
    }
}
