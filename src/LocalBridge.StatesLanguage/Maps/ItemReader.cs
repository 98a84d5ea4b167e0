using LocalBridge.StatesLanguage.Tasks;
using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents the <c>ItemReader</c> of a distributed Map state: where its items come from when not from its input.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ItemReader
{
    internal ItemReader(TaskResource resource, PayloadTemplate? arguments, ReaderConfig config)
    {
        Resource = resource;
        Arguments = arguments;
        Config = config;
    }

    /// <summary>Gets what is called: <c>arn:aws:states:::s3:getObject</c> or <c>arn:aws:states:::s3:listObjectsV2</c>.</summary>
    public TaskResource Resource { get; }

    /// <summary>Gets the template of the request (<c>Parameters</c>, in JSONata <c>Arguments</c>), if there is one.</summary>
    public PayloadTemplate? Arguments { get; }

    /// <summary>Gets how the answer is to be read.</summary>
    public ReaderConfig Config { get; }

    /// <summary>Gets whether the names of objects are the items, not the content of one.</summary>
    public bool ListsObjects => Resource.Name == "listObjectsV2";
}
