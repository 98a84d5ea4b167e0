using LocalBridge.Identity;

namespace LocalBridge.Tests.Identity;

public sealed class IdentifierSourceTests
{
    private readonly IIdentifierSource _source = new RandomIdentifierSource();

    [Test]
    public void NewOrderedGuid_HasTheTimeInItsFirstBytesAndVersionSeven()
    {
        // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(0x017F22E279B0);

        Guid id = _source.NewOrderedGuid(now);

        Assert.That(id.ToString(), Does.Match("^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    }

    [Test]
    public void NewOrderedGuid_OfOneMoment_AreDifferent()
    {
        Guid[] ids = [.. Enumerable.Range(0, 1_000).Select(_ => _source.NewOrderedGuid(DateTimeOffset.UnixEpoch))];

        Assert.That(ids, Is.Unique);
    }
}
