using CsCheck;
using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Pictures;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Jsonata.Pictures;

public sealed class DatePictureTests
{
    // 2018-03-23T10:33:36.617Z, a Friday.
    private const double Moment = 1_521_801_216_617;

    [TestCase("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]", null, "2018-03-23T10:33:36.617Z")]
    [TestCase("[D1o] [MNn] [Y], [FNn]", null, "23rd March 2018, Friday")]
    [TestCase("[h]:[m] [PN] [z]", "-0500", "5:33 AM GMT-05:00")]
    [TestCase("[H01][Z0101]", "+0530", "16+0530")]
    [TestCase("[H01][Z0]", "+0530", "16+5:30")]
    [TestCase("[X0001]-W[W01]-[F1]", null, "2018-W12-5")]
    [TestCase("week [w] of [xNn]", null, "week 4 of March")]
    [TestCase("[YI] [Dw] [d]", null, "MMXVIII twenty-three 82")]
    [TestCase("[FNn,3-3] [MN,3-3] [Y,2-2]", null, "Fri MAR 18")]
    [TestCase("[[[C] ]][E]", null, "[ISO ]ISO")]
    public void Format_Picture_WritesIt(string picture, string? timeZone, string expected) =>
        Assert.That(DatePicture.Parse(picture).Format(Moment, timeZone), Is.EqualTo(expected));

    [TestCase("2016-12-31", "[X]-[W]", "2016-52")]
    [TestCase("2017-01-01", "[X]-[W]", "2016-52")]
    [TestCase("2018-12-31", "[X]-[W]", "2019-1")]
    [TestCase("2005-01-01", "[x]/[w]", "12/5")]
    [TestCase("2020-12-31", "[X]-[W]", "2020-53")]
    public void Format_EdgesOfTheYear_CountsIsoWeeks(string date, string picture, string expected) =>
        Assert.That(DatePicture.Parse(picture).Format(IsoTimestamp.Read(date)), Is.EqualTo(expected));

    [TestCase("[Y", "D3135")]
    [TestCase("[q]", "D3132")]
    [TestCase("[YN]", "D3133")]
    [TestCase("[Z00000]", "D3134")]
    [TestCase("[D*]", "D3130")]
    public void Format_FaultyPicture_Fails(string picture, string code) =>
        Assert.That(() => DatePicture.Parse(picture).Format(Moment), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo(code));

    [TestCase("23rd March 2018", "[D1o] [MNn] [Y]", "2018-03-23T00:00:00.000Z")]
    [TestCase("2018-082", "[Y]-[d001]", "2018-03-23T00:00:00.000Z")]
    [TestCase("20180323103336", "[Y0001][M01][D01][H01][m01][s01]", "2018-03-23T10:33:36.000Z")]
    [TestCase("3/23/2018 12:05am", "[M]/[D]/[Y] [h]:[m][P]", "2018-03-23T00:05:00.000Z")]
    [TestCase("twenty-third of Mar mmxviii", "[Dwo] of [MNn,*-3] [Yi]", "2018-03-23T00:00:00.000Z")]
    [TestCase("2018-03-23 10:00 +05:30", "[Y]-[M]-[D] [H]:[m] [Z]", "2018-03-23T04:30:00.000Z")]
    public void Read_Text_GivesTheMoment(string text, string picture, string expected) =>
        Assert.That(IsoTimestamp.Format(DatePicture.Parse(picture).Read(text, Moment)!.Value), Is.EqualTo(expected));

    [Test]
    public void Read_TextThatDoesNotFit_GivesNothing() => Assert.That(DatePicture.Parse("[Y]-[M]-[D]").Read("not a date", Moment), Is.Null);

    [Test]
    public void Read_TimeOnly_TakesTheDateOfNow() =>
        Assert.That(IsoTimestamp.Format(DatePicture.Parse("[H]:[m]").Read("7:05", Moment)!.Value), Is.EqualTo("2018-03-23T07:05:00.000Z"));

    [TestCase("2018 10", "[Y] [H]", "D3136")]
    [TestCase("2018-W12-5", "[X]-W[W]-[F1]", "D3136")]
    [TestCase("x", "[YN]", "D3133")]
    public void Read_PartsThatMakeNoDate_Fails(string text, string picture, string code) =>
        Assert.That(() => DatePicture.Parse(picture).Read(text, Moment), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo(code));

    [Test]
    public void Read_ManyAdjacentParts_EndsSoon()
    {
        var picture = DatePicture.Parse(string.Concat(Enumerable.Repeat("[f]", 12)) + "x");

        Assert.That(picture.Read(new string('1', 400), Moment), Is.Null);
    }

    [TestCase("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01][Z01:01]")]
    [TestCase("[D1o] [MNn] [Y0001] [H]:[m]:[s]")]
    [TestCase("[Y0001][M01][D01][H01][m01][s01]")]
    [TestCase("[MNn,3-3] [D] [YI], [h]:[m01]:[s01] [P]")]
    public void Read_WhatFormatWrote_GivesTheMomentBack(string pictureText)
    {
        var picture = DatePicture.Parse(pictureText);

        Gen.Long[-2_000_000_000, 4_000_000_000].Check(
            3_000, second => picture.Read(picture.Format(second * 1000), Moment) == second * 1000, second => $"{second}");
    }
}
