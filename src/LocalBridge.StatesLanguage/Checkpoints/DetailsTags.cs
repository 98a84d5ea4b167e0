namespace LocalBridge.StatesLanguage.Checkpoints;

/// <summary>Names the fields of the details of history events; all kinds of details draw from them.</summary>
internal static class DetailsTags
{
    internal const int Name = 1;
    internal const int Data = 2;
    internal const int Resource = 3;
    internal const int ResourceType = 4;
    internal const int Region = 5;
    internal const int Timeout = 6;
    internal const int Heartbeat = 7;
    internal const int Credentials = 8;
    internal const int Error = 9;
    internal const int Cause = 10;
    internal const int Variables = 11;
    internal const int Number = 12;
    internal const int Location = 13;
}
