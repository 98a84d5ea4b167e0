using LocalBridge.StatesLanguage.Templates;

namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Represents the <c>ItemBatcher</c> of a distributed Map state: how items are put together into the input of one child execution.</summary>
/// <remarks>Instances are immutable.</remarks>
public sealed class ItemBatcher
{
    internal ItemBatcher(NumberField? maxItemsPerBatch, NumberField? maxInputBytesPerBatch, PayloadTemplate? batchInput)
    {
        MaxItemsPerBatch = maxItemsPerBatch;
        MaxInputBytesPerBatch = maxInputBytesPerBatch;
        BatchInput = batchInput;
    }

    /// <summary>Gets how many items a batch has at most; <see langword="null"/> for no bound.</summary>
    public NumberField? MaxItemsPerBatch { get; }

    /// <summary>Gets how many bytes the input of a child execution has at most; <see langword="null"/> for the limit of the service.</summary>
    public NumberField? MaxInputBytesPerBatch { get; }

    /// <summary>Gets the template of what each batch carries beside its items, if there is one.</summary>
    public PayloadTemplate? BatchInput { get; }
}
