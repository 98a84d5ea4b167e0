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
