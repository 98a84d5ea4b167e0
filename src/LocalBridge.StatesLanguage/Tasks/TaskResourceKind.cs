namespace LocalBridge.StatesLanguage.Tasks;

/// <summary>Names what the <c>Resource</c> of a Task state can point at.</summary>
public enum TaskResourceKind
{
    /// <summary>A registered function, by its Lambda ARN or, as an extension of LocalBridge, by its plain name.</summary>
    Function,

    /// <summary>An activity, whose tasks workers fetch.</summary>
    Activity,

    /// <summary>A service integration, <c>arn:aws:states:::SERVICE:ACTION</c>.</summary>
    Service,

    /// <summary>The Map Run of a distributed Map state. No Task state can name it.</summary>
    MapRun,
}
