namespace LocalBridge.EventPatterns.Reading;

/// <summary>The words of EventBridge's rule compiler. Some are odd (a cidr that is no string is told of prefixes); they are kept as they are.</summary>
internal static class PatternMessages
{
    public const string NotAnObject = "Filter is not an object";
    public const string EmptyObject = "Empty objects are not allowed";
    public const string EmptyArray = "Empty arrays are not allowed";
    public const string OrNotAnArray = "It must be an Array followed with $or.";
    public const string OrMemberNotAnObject = "Only JSON object is allowed in array of $or relationship.";
    public const string OrTooShort = "There must have at least 2 Objects in $or relationship.";
    public const string NotAValue = "Match value must be String, number, true, false, or null";
    public const string NoOperator = "Match expression name not found";
    public const string NoInnerAnythingBut = "Anything-But expression name not found";
    public const string OneKeyOnly = "Only one key allowed in match expression";
    public const string TooManyElements = "Too many elements in numeric expression";
    public const string PrefixNotAString = "prefix match pattern must be a string";
    public const string SuffixNotAString = "suffix match pattern must be a string";
    public const string ExactNotAString = "exact match pattern must be a string";
    public const string IgnoreCaseNotAString = "equals-ignore-case match pattern must be a string";
    public const string WildcardNotAString = "wildcard match pattern must be a string";
    public const string AffixNotAString = "prefix/suffix match pattern must be a string";
    public const string EmptyAffix = "Null prefix/suffix not allowed";
    public const string ExistsNotABoolean = "exists match pattern must be either true or false.";
    public const string NumericNotAnArray = "Value of numeric must be an array.";
    public const string TooManyTerms = "Too many terms in numeric range expression";
    public const string BottomNotBelowTop = "Bottom must be less than top";
    public const string AnythingButNotAValue = "Value of anything-but must be an array or single string/number value.";
    public const string AnythingButBadMember = "Inside anything but list, start|null|boolean is not supported.";
    public const string AnythingButMixed = "Inside anything but list, either all values are number or string, mixed type is not supported";
    public const string AnythingButIgnoreCaseBadMember =
        "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.";

    public const string CidrShape = "Malformed CIDR, one '/' required";
    public const string CidrMask = "Malformed CIDR, mask bits must be an integer";
    public const string CidrMaskV4 = "IPv4 mask bits must be < 32";
    public const string CidrMaskV6 = "IPv6 mask bits must be < 128";
    public const string TooComplex =
        "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character";

    public static string NeitherObjectNorArray(string field) => $"\"{field}\" must be an object or an array";

    public static string Reserved(string field) => $"{field} is Ruler reserved fieldName which cannot be used inside $or.";

    public static string CannotCompare(string number) => $"Cannot compare number : {number}";
}
