# The command as an image: docker run --rm -v "$PWD:/work" snap-conformance run
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY schemas schemas
COPY specs specs
COPY src src
COPY suites suites
COPY reports reports
RUN npm run build && npm prune --omit=dev

FROM node:22-slim
COPY --from=build /build/package.json /app/
COPY --from=build /build/node_modules /app/node_modules
COPY --from=build /build/schemas /app/schemas
COPY --from=build /build/specs /app/specs
COPY --from=build /build/dist /app/dist
# The config, its keys and the reports are here; the folder has to be the user's own to write to.
WORKDIR /work
USER node
ENTRYPOINT ["node", "/app/dist/command/main.js"]
CMD ["run"]
