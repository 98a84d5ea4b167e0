namespace LocalBridge.StatesLanguage.Maps;

/// <summary>Names the kinds of manifests.</summary>
public enum ManifestType
{
    /// <summary>The <c>manifest.json</c> of an inventory; its CSV files list objects, which are the items.</summary>
    S3Inventory,

    /// <summary>Lines, each the address of a file with items, as an UNLOAD query writes them.</summary>
    AthenaData,
}
