"""Publishing: build beside, swap once; nothing is lost and nothing half-published.

A build writes `<output>.next` (`staging`), lists it in a manifest (`manifest`), and swaps it with
the output in one step (`swap`). `guard` says which folders may be an output at all.

`output` is an absolute path without `..`, in all of these.

    with disk.lock(hub / ".cbsite" / "lock"):
        refuse_unsafe_output(disk, output, hub, sources)
        recover(disk, output)
        with Staging(disk, output) as staging:
            staging.write("index.html", content)
            staging.finish()
            publish(disk, staging.folder, output)
"""
