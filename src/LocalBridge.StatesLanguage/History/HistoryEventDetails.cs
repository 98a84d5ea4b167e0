namespace LocalBridge.StatesLanguage.History;

/// <summary>Represents what is known about a <see cref="HistoryEvent"/>: the base of the details records, one for each shape of the AWS API.</summary>
/// <remarks>Instances are immutable. The list of derived types is closed.</remarks>
public abstract record HistoryEventDetails
{
    private protected HistoryEventDetails()
    {
    }
}
