using CsCheck;
using LocalBridge.Json.Jsonata;
using LocalBridge.Json.Jsonata.Pictures;
using LocalBridge.Json.Tests.Support;

namespace LocalBridge.Json.Tests.Jsonata.Pictures;

public sealed class IntegerPictureTests
{
    [TestCase(1234567, "#,##0", "1,234,567")]
    [TestCase(-7, "000", "-007")]
    [TestCase(-1.5, "0", "-2")]
    [TestCase(1234, "#'##0", "1'234")]
    [TestCase(12, "#,#'##0", "',12")]
    [TestCase(21, "0;o", "21st")]
    [TestCase(112, "0;o", "112th")]
    [TestCase(1999, "I", "MCMXCIX")]
    [TestCase(28, "a", "ab")]
    [TestCase(0, "A", "")]
    [TestCase(1105, "w", "one thousand, one hundred and five")]
    [TestCase(21, "Ww;o", "Twenty-First")]
    [TestCase(30, "W;o", "THIRTIETH")]
    [TestCase(1e15, "w", "one thousand trillion")]
    [TestCase(123, "٠٠٠٠", "٠١٢٣")]
    [TestCase(1e21, "0", "1e+21")]
    public void Format_Picture_WritesIt(double value, string picture, string expected) =>
        Assert.That(IntegerPicture.Parse(picture).Format(value), Is.EqualTo(expected));

    [TestCase("1,234,567", "#,##0", 1234567)]
    [TestCase("twelve thousand, one hundred and two", "w", 12102)]
    [TestCase("TWENTY-FIRST", "W;o", 21)]
    [TestCase("mcmxcix", "i", 1999)]
    [TestCase("AB", "A", 28)]
    [TestCase("12th", "0;o", 12)]
    [TestCase("٤٢", "٠", 42)]
    [TestCase("many", "w", double.NaN)]
    [TestCase("", "0", double.NaN)]
    public void Read_Text_GivesTheNumberOrNaN(string text, string picture, double expected) =>
        Assert.That(IntegerPicture.Parse(picture).Read(text), Is.EqualTo(expected));

    [TestCase("0٠", "D3131")]
    [TestCase("*", "D3130")]
    public void Format_FaultyPicture_Fails(string picture, string code) =>
        Assert.That(() => IntegerPicture.Parse(picture).Format(1), Throws.TypeOf<JsonataException>().With.Property("Code").EqualTo(code));

    [TestCase("w")]
    [TestCase("Ww;o")]
    [TestCase("I")]
    [TestCase("A")]
    [TestCase("#,##0")]
    [TestCase("0;o")]
    [TestCase("٠")]
    public void Read_WhatFormatWrote_GivesTheNumberBack(string pictureText)
    {
        var picture = IntegerPicture.Parse(pictureText);
        Gen.Int[1, 4_000].Check(2_000, number => picture.Read(picture.Format(number)) == number, number => $"{number}");
    }

    [Test]
    public void Get_ManyPictures_StaysBounded()
    {
        int made = 0;
        var cache = new BoundedCache<string, object>(_ => (++made, 0));

        foreach (int i in Enumerable.Range(0, BoundedCache<string, object>.Capacity * 3))
        {
            _ = cache.Get($"{i}");
            _ = cache.Get($"{i}");
        }

        Assert.That(made, Is.EqualTo(BoundedCache<string, object>.Capacity * 3));
    }
}
