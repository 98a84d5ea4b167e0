using System.Text;

namespace LocalBridge.Json.Tests.Jsonata.Fuzzing;

/// <summary>Makes expressions that are nearly JSONata: pieces of good ones put together, taken apart and mixed.</summary>
/// <param name="seed">The same seed makes the same expressions.</param>
internal sealed class ExpressionMutator(int seed)
{
    private const int LongestExpression = 300;

    private static readonly string[] Pieces =
    [
        "a", "b.c", "$", "$$", "%", "**", "*", "$x", "1", "-2.5", "1e9", "\"s\"", "'t'", "`q r`", "null", "true", "[]", "{}", "[1..3]", "[1,2,3]", "{\"k\": 1}", "(", ")", "[", "]", "{", "}",
        ",", ";", ":", ":=", "?", "?:", "??", ".", "..", "^(", "^(>", "@$v", "#$i", "|", "~>", "=", "!=", "<", ">=", "+", "-", "/", "%", "&", " and ", " or ", " in ", "function($x){", "λ($a,$b)<n-s?:x>{",
        "$map(", "$filter(", "$reduce(", "$sort(", "$sift(", "$each(", "$single(", "$string(", "$number(", "$replace(", "$match(", "$split(", "$eval(", "$formatNumber(", "$fromMillis(", "$toMillis(",
        "$formatInteger(", "$pad(", "$merge(", "$spread(", "$zip(", "$lookup(", "$append(", "$error(", "$assert(", "$type(", "$clone(", "$sum", "/a+b?/i", "/(x)|y/", "/(a+)+$/", "\"[Y]-[M01]\"", "\"#,##0.00\"",
        "/* c */", "\\", "\"", "\u0000", "😀", "\uD800", "9999999999", "$f", "$f(", "$f := function($n){$f($n)}", "->", "!", "#", "<a<s>:n>",
    ];

    private static readonly string[] Wholes =
    [
        "Account.Order.Product[Price > 30].(Price * Quantity) ~> $sum()",
        "$sort(Account.Order.Product, function($l, $r){$l.Price > $r.Price}).SKU",
        "Account.Order.Product{`Product Name`: $sum(Price), \"n\": $count($)}",
        "Account.Order.Product.{'order': %.OrderID, 'name': `Product Name`}",
        "Account.Order@$o.Product#$i[$i < 2].{'id': $o.OrderID, 'at': $i}",
        "$ ~> |Account.Order.Product|{'Total': Price * Quantity}, ['SKU']|",
        "($fib := function($n){$n < 2 ? $n : $fib($n - 1) + $fib($n - 2)}; $fib(10))",
        "($loop := function($n){$n = 0 ? 'done' : $loop($n - 1)}; $loop(1000))",
        "($twice := function($f){function($x){$f($f($x))}}; $twice($uppercase)('a'))",
        "$map(a, function($v, $i, $all){$v & ':' & $i & '/' & $count($all)}) ~> $join(', ')",
        "$reduce(a, function($x, $y){$x * $y}, 2) + $max(a[$ > 1])",
        "$match('ababbabcc', /a(b+)/).{'m': match, 'g': groups[0]}",
        "$replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')",
        "$toMillis('2018-02-03T04:05:06Z') ~> $fromMillis('[D1o] [MNn] [Y], [H01]:[m01]', '+0130')",
        "$formatNumber(-1234.5678, '#,##0.00;(#,##0.00)') & $formatInteger(1999, 'I') & $formatBase(255, 16)",
        "$parseInteger('twelve thousand and six', 'w') in [12006, 1]",
        "Account.Order.Product^(>Price, SKU)[0].Description.Colour",
        "{'a': b.c ? b.c : 'none', 'z': nothing ?? 1, 'y': 0 ?: 2}",
        "$each({'x': 1, 'y': [2]}, function($v, $k){$k & $string($v)})[]",
        "($substring(?, 0, 2))('hello') & $string({'k': [1, null, true]}, true)",
        "$eval('[1..3].($*2)') ~> $append([[4]]) ~> $reverse()",
        "Account.Order.Product.Description.*[$type($) = 'number']",
        "$merge([{'a': 1}, {'b': 2}]).*[0] ~> $string ~> $length",
        "**.Price[$ < 50]~>$distinct()~>$average()",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Returns the next expression.</summary>
    internal string Next()
    {
        string text = _random.Next(4) == 0 ? FromPieces() : _random.Next(3) == 0 ? Splice() : Pick(Wholes);
        for (int i = _random.Next(3); i > 0; i--)
        {
            text = Mutate(text);
        }

        return text.Length > LongestExpression ? text[..LongestExpression] : text;
    }

    private string FromPieces()
    {
        var text = new StringBuilder();
        for (int i = 1 + _random.Next(12); i > 0; i--)
        {
            text.Append(Pick(Pieces)).Append(_random.Next(4) == 0 ? " " : string.Empty);
        }

        return text.ToString();
    }

    private string Splice()
    {
        string left = Pick(Wholes);
        string right = Pick(Wholes);
        return string.Concat(left.AsSpan(0, _random.Next(left.Length + 1)), right.AsSpan(_random.Next(right.Length + 1)));
    }

    private string Mutate(string text)
    {
        int at = _random.Next(text.Length + 1);
        int length = Math.Min(_random.Next(1, 8), text.Length - at);
        return _random.Next(5) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, Pick(Pieces)),
            2 => text.Remove(at, length).Insert(at, Pick(Pieces)),
            3 => text.Insert(at, text.Substring(at, length)),
            _ => text.Insert(_random.Next(text.Length + 1), text.Substring(at, length)),
        };
    }

    private string Pick(string[] texts) => texts[_random.Next(texts.Length)];
}
