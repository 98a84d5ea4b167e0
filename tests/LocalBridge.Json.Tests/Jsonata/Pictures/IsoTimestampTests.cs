using CsCheck;
using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Pictures;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Jsonata.Pictures;

public sealed class IsoTimestampTests
{
    [TestCase("2018", 1514764800000)]
    [TestCase("2018-02", 1517443200000)]
    [TestCase("2018-02-31", 1520035200000)]
    [TestCase("2018-02-15T10:20:30.123456+05:30", 1518670230123)]
    [TestCase("2018-02-15T24:00:00-0530", 1518759000000)]
    [TestCase("2018-02-15Z", 1518652800000)]
    [TestCase("2018-13-01", double.NaN)]
    [TestCase("2018-01-00", double.NaN)]
    [TestCase("2018-01-01T25:00:00", double.NaN)]
    [TestCase("2018-02-23:59", double.NaN)]
    public void Read_Text_GivesTheMomentOrNaN(string text, double expected) => Assert.That(IsoTimestamp.Read(text), Is.EqualTo(expected));

    [TestCase("")]
    [TestCase("18-01-01")]
    [TestCase("2018-01-01 10:00:00")]
    [TestCase("2018-41-01")]
    [TestCase("2018-01-01T10:00")]
    [TestCase("2018-01-01T10:00:00.")]
    [TestCase("2018-01-01T10:00:00Zulu")]
    public void Read_OtherShape_Fails(string text) =>
        Assert.That(() => IsoTimestamp.Read(text), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo("D3110"));

    [TestCase(0, "1970-01-01T00:00:00.000Z")]
    [TestCase(-1, "1969-12-31T23:59:59.999Z")]
    [TestCase(1.9, "1970-01-01T00:00:00.001Z")]
    [TestCase(253402300799999, "9999-12-31T23:59:59.999Z")]
    [TestCase(253402300800000, "0000-01-01T00:00:00.000Z")]
    public void Format_Moment_WritesIt(double moment, string expected) => Assert.That(IsoTimestamp.Format(moment), Is.EqualTo(expected));

    [Test]
    public void Format_AnyMoment_AgreesWithThePictureAndReadsBack() => Gen.Long[-62_167_219_200_000, 253_402_300_799_999].Check(
        20_000,
        moment => IsoTimestamp.Format(moment) == DatePicture.Iso.Format(moment) && IsoTimestamp.Read(IsoTimestamp.Format(moment)) == moment,
        moment => $"{moment}");
}
