namespace LocalBridge.Json.Jsonata.Pictures;

/// <summary>Keeps the pictures that expressions have used, parsed; the engine holds one of these as long as the expression.</summary>
/// <remarks>This type is safe to use from many threads at once. A faulty picture throws each time it is asked for.</remarks>
internal sealed class PictureLibrary
{
    private readonly BoundedCache<string, DatePicture> _dates = new(DatePicture.Parse);
    private readonly BoundedCache<string, IntegerPicture> _integers = new(IntegerPicture.Parse);
    private readonly BoundedCache<(string Picture, DecimalFormat Format), NumberPicture> _numbers =
        new(static key => NumberPicture.Parse(key.Picture, key.Format));

    /// <summary>Returns the picture of a date, for $fromMillis, $toMillis and $now.</summary>
    internal DatePicture GetDate(string picture) => _dates.Get(picture);

    /// <summary>Returns the picture of an integer, for $formatInteger and $parseInteger.</summary>
    internal IntegerPicture GetInteger(string picture) => _integers.Get(picture);

    /// <summary>Returns the picture of a number, for $formatNumber.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="options">The third argument of $formatNumber.</param>
    internal NumberPicture GetNumber(string picture, JsonObject? options = null) =>
        _numbers.Get((picture, options is null ? DecimalFormat.Default : DecimalFormat.From(options)));
}
