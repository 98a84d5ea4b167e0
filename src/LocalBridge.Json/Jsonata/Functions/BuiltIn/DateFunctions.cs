using LocalBridge.Json.Jsonata.Evaluating;
using LocalBridge.Json.Jsonata.Pictures;

namespace LocalBridge.Json.Jsonata.Functions.BuiltIn;

/// <summary>$now, $millis, $toMillis and $fromMillis.</summary>
internal static class DateFunctions
{
    internal static IEnumerable<NativeFunction> All() =>
    [
        Define.Function("now", "<s?s?:s>", 2, (evaluation, arguments) => Format(evaluation, Now(evaluation), arguments[0], arguments[1])),
        Define.Function("millis", "<:n>", 0, (evaluation, _) => Now(evaluation)),
        Define.Strict("fromMillis", "<n-s?s?:s>", 3, (evaluation, arguments) =>
            Format(evaluation, arguments[0].GetDouble(), arguments[1], arguments[2])),
        Define.Strict("toMillis", "<s-s?:n>", 2, (evaluation, arguments) => Parse(evaluation, arguments[0].GetString(), arguments[1])),
    ];

    private static double Now(Evaluation evaluation) => evaluation.Instant.ToUnixTimeMilliseconds();

    private static JsonValue Format(Evaluation evaluation, double milliseconds, JsonValue picture, JsonValue timeZone) =>
        picture.TryGetString(out string? text)
            ? evaluation.Expression.Pictures.GetDate(text).Format(milliseconds, Define.OptionalText(timeZone))
            : IsoTimestamp.Format(milliseconds, Define.OptionalText(timeZone));

    private static JsonValue Parse(Evaluation evaluation, string text, JsonValue picture)
    {
        if (!picture.TryGetString(out string? pictureText))
        {
            return Define.Result(evaluation, IsoTimestamp.Read(text));
        }

        return evaluation.Expression.Pictures.GetDate(pictureText).Read(text, Now(evaluation)) is { } milliseconds
            ? Define.Result(evaluation, milliseconds)
            : default;
    }
}
